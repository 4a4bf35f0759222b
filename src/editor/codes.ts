/** What a code means: its entry on the page that comes with the extension, as a document that nobody can edit. */
import { type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';
import type { Code } from '../report';

/** Opened by a click on the code of a problem. Commands are not followed from there, and the extension's own files cannot be shown in a browser. */
export const EXPLANATION = 'gradlens';

export function explanationOf(code: Code): Uri {
  return Uri.from({ scheme: EXPLANATION, path: `/${code}.md` });
}

export function registerCodes({ context }: { context: ExtensionContext }): Disposable[] {
  const page = Uri.joinPath(context.extensionUri, 'docs', 'codes.md');
  return [workspace.registerTextDocumentContentProvider(EXPLANATION, {
    provideTextDocumentContent: async ({ path }) => entryOf(new TextDecoder().decode(await workspace.fs.readFile(page)), path.slice(1, -'.md'.length)),
  })];
}

function entryOf(page: string, code: string): string {
  const start = page.indexOf(`### \`${code}\``);
  const [entry] = page.slice(Math.max(0, start)).split(/\n+(?=##)/);
  return `${entry.replace(/^###/, '#')}\n`;
}
