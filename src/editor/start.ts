/** Builds the parts and registers the surfaces, the same on the desktop and in the browser. */
import { type ExtensionContext, type TextDocument, window } from 'vscode';
import type { EndingPort } from '../rpc';
import { type Checked, createChecks } from './checks';
import { registerCodes } from './codes';
import { registerColours } from './colours';
import { registerCommands } from './commands';
import { registerDiagnostics } from './diagnostics';
import { createEngine } from './engine';
import { registerExplorer } from './explorer';
import { registerFixes } from './fixes';
import { registerHandouts } from './handout';
import { registerHover } from './hover';
import { registerLenses } from './lenses';
import { registerMargin } from './margin';
import { registerNavigation } from './navigation';
import { registerPanel } from './panel';
import type { Parts } from './parts';
import { createPictures } from './pictures';
import { registerPreview } from './preview';
import { registerScripts } from './scripts';
import { registerStatus } from './status';
import { registerSymbols } from './symbols';
import { watchDocuments } from './watch';
import { registerWelcome } from './welcome';

/** How the host starts a worker from one of the scripts in dist. */
export type Spawn = (script: 'worker' | 'render') => EndingPort;

const surfaces = [
  registerCommands, registerLenses, registerHover, registerDiagnostics, registerFixes, registerCodes, registerStatus, registerMargin, registerPreview,
  registerPanel, registerNavigation, registerSymbols, registerExplorer, registerColours, registerHandouts, registerScripts, registerWelcome,
];

/** What other extensions, and the tests, can ask of this one. */
export interface Api {
  /** Milliseconds that its parts took to build and register. */
  activation: number;
  /** What is known of a document; may be of an older version of its text. */
  checked(document: TextDocument): Checked | undefined;
}

export function start(context: ExtensionContext, spawn: Spawn): Api {
  const began = performance.now();
  const log = window.createOutputChannel('Gradlens', { log: true });
  const engine = createEngine(() => spawn('worker'));
  const pictures = createPictures(() => spawn('render'));
  const checks = createChecks(engine, (problem) => log.error(problem));
  const parts: Parts = { context, engine, checks, pictures };
  setTimeout(engine.start);
  context.subscriptions.push(log, engine, pictures, checks, ...surfaces.flatMap((register) => register(parts)), watchDocuments(parts));
  return { checked: checks.known, activation: performance.now() - began };
}
