/** What every surface of the editor is built from. */
import type { ExtensionContext } from 'vscode';
import type { Checks } from './checks';
import type { Engine } from './engine';
import type { Pictures } from './pictures';

export interface Parts {
  context: ExtensionContext;
  engine: Engine;
  checks: Checks;
  pictures: Pictures;
}
