/** Reports that leave the editor: one for whoever corrects the homework, one for a bug that must not show the homework. */
import { commands, type Disposable, env, type ExtensionContext, l10n, type TextDocument, Uri, version, window, workspace } from 'vscode';
import type { HandoutFormat } from '../handout';
import type { Checked } from './checks';
import { homeworkEditor } from './documents';
import type { Parts } from './parts';

export function registerHandouts(parts: Parts): Disposable[] {
  return [
    commands.registerCommand('gradlens.exportReport', (wish?: Wish) => exportReport(parts, wish)),
    commands.registerCommand('gradlens.copyReport', () => copyReport(parts)),
  ];
}

/** What to export and how; what is not said is asked. */
interface Wish {
  uri?: string;
  format?: HandoutFormat;
  to?: Uri;
}

const formats: { label: string; format: HandoutFormat; description: string }[] = [
  { label: 'HTML', format: 'html', description: l10n.t('one page, to read in any browser or to print') },
  { label: 'Markdown', format: 'markdown', description: l10n.t('opened beside, to go on writing') },
];

/** Every claim of a document with its verdict and what supports it. */
async function exportReport({ checks, pictures }: Parts, { uri, format, to }: Wish = {}) {
  const document = uri ? await workspace.openTextDocument(Uri.parse(uri)) : homeworkEditor()?.document;
  const wanted = document && (format ?? (await window.showQuickPick(formats, { placeHolder: l10n.t('Export the verdicts as') }))?.format);
  const checked = wanted && (await checks.verify(document));
  if (!checked) return;
  const { outline, equations } = checked;
  const content = await pictures.write([{ title: nameOf(document), text: document.getText(), outline, equations }], wanted);
  if (wanted === 'markdown') await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
  else await save(content, to ?? (await window.showSaveDialog({ defaultUri: placeFor(document), filters: { HTML: ['html'] } })));
}

const nameOf = ({ uri }: TextDocument): string => uri.path.split('/').pop() ?? '';

/** Beside the homework, where it lies somewhere. */
function placeFor({ uri, isUntitled }: TextDocument): Uri | undefined {
  return isUntitled ? undefined : uri.with({ path: uri.path.replace(/(?:\.\w+)?$/, '.gradlens.html') });
}

async function save(content: string, to: Uri | undefined) {
  if (!to) return;
  await workspace.fs.writeFile(to, new TextEncoder().encode(content));
  window.setStatusBarMessage(l10n.t('Gradlens: the report is in {0}.', to.path.split('/').pop() ?? ''), 8000);
}

/** Versions, counts and the codes of messages, and nothing of the document. */
async function copyReport({ checks, context }: Parts) {
  const document = homeworkEditor()?.document;
  const checked = document && checks.known(document);
  await env.clipboard.writeText(aboutBug(context, document, checked));
  window.setStatusBarMessage(l10n.t('Gradlens: copied a report without any text of the document.'), 6000);
}

function aboutBug({ extension }: ExtensionContext, document: TextDocument | undefined, checked: Checked | undefined): string {
  const links = (checked?.equations ?? []).flatMap((equation) => equation?.links ?? []);
  const codes = [...new Set(links.map(({ code }) => code))].map((code) => `${code} ${links.filter((link) => link.code === code).length}`);
  return [
    `Gradlens ${extension.packageJSON.version}, VS Code ${version}, ${env.appHost}`,
    `language ${document?.languageId ?? 'none'}, ${document?.lineCount ?? 0} lines, ${checked?.outline.items.length ?? 0} equations, ${checked?.pending.size ?? 0} pending`,
    `codes: ${codes.join(', ') || 'none'}`,
  ].join('\n');
}
