/** The colour for drawings: an image takes none from the theme around it. */
import { ColorThemeKind, window } from 'vscode';

const byTheme: Record<ColorThemeKind, string> = {
  [ColorThemeKind.Light]: '#1f1f1f',
  [ColorThemeKind.Dark]: '#d8d8d8',
  [ColorThemeKind.HighContrast]: '#ffffff',
  [ColorThemeKind.HighContrastLight]: '#000000',
};

export function ink(): string {
  return byTheme[window.activeColorTheme.kind];
}
