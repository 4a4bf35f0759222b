/** The settings, typed. */
import { type TextDocument, workspace } from 'vscode';

export interface Settings {
  check: 'automatically' | 'onSave' | 'onDemand';
  delay: number;
  timeLimit: number;
  maxFileSize: number;
  codeLens: 'all' | 'atCursor' | 'off';
  hover: boolean;
  margin: boolean;
  preview: 'off' | 'beside' | 'below';
  statusBar: boolean;
  outline: boolean;
  testExplorer: boolean;
  navigation: boolean;
  colours: boolean;
  diagnostics: 'error' | 'warning' | 'information' | 'off';
  diagnosticsDelay: number;
}

/** Defaults stand in package.json, so every setting is there. */
export function setting<K extends keyof Settings>(name: K, document?: TextDocument): Settings[K] {
  return workspace.getConfiguration('gradlens', document).get<Settings[K]>(name)!;
}
