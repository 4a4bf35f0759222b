/** The colour for drawings: an image takes none from the theme around it. */
import { ColorThemeKind, window } from 'vscode';

const byTheme: Record<ColorThemeKind, string> = {
  [ColorThemeKind.Light]: '#1f1f1f',
  [ColorThemeKind.Dark]: '#d8d8d8',
  [ColorThemeKind.HighContrast]: '#ffffff',
  [ColorThemeKind.HighContrastLight]: '#000000',
};

/** For the mark of the cursor, in the colours that themes give to links. */
const caretByTheme: Record<ColorThemeKind, string> = {
  [ColorThemeKind.Light]: '#0066cc',
  [ColorThemeKind.Dark]: '#4daafc',
  [ColorThemeKind.HighContrast]: '#f38518',
  [ColorThemeKind.HighContrastLight]: '#b5200d',
};

export function caretInk(): string {
  return caretByTheme[window.activeColorTheme.kind];
}

export function ink(): string {
  return byTheme[window.activeColorTheme.kind];
}
