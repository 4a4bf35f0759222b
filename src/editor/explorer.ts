/** Every claim as an item of VS Code's own Test Explorer, to be run from there, with the counterexample as the reason of a failure. */
import { type CancellationToken, type Disposable, Location, type TestController, type TestItem, TestMessage, TestRunProfileKind, type TestRunRequest, type TextDocument, tests, Uri, workspace } from 'vscode';
import { plain } from '../plain';
import type { Equation, Link } from '../report';
import { sayCounterexample, sayLink, sayValue, shorten } from '../words';
import { atMostEvery } from './calm';
import type { Checked } from './checks';
import { isHomework } from './documents';
import type { Parts } from './parts';
import { toRange } from './positions';
import { setting } from './settings';

/** What an item stands for: a relation, or an equation that was not checked yet. */
interface Place {
  document: string;
  index: number;
  link?: number;
}

export function registerExplorer({ checks }: Parts): Disposable[] {
  const controller = tests.createTestController('gradlens', 'Gradlens');
  const places = new WeakMap<TestItem, Place>();
  const waiting = new Set<TextDocument>();

  /** Items are dear to make, so they wait until a check is through. */
  const refresh = atMostEvery(1000, () => {
    for (const document of waiting) if (!checks.known(document)?.pending.size) show(document);
    waiting.clear();
  });

  function show(document: TextDocument) {
    const id = document.uri.toString();
    const checked = setting('testExplorer', document) && isHomework(document) && !document.isClosed ? checks.known(document) : undefined;
    if (!checked) return controller.items.delete(id);
    const item = controller.items.get(id) ?? controller.createTestItem(id, document.uri.path.split('/').pop() ?? id, document.uri);
    controller.items.add(item);
    // A range would bring a second mark into the margin beside the one of this extension.
    const inMargin = !setting('margin', document);
    item.children.replace(claimsOf(checked).map((place) => claimItem(document, checked, place, inMargin)));
  }

  function claimItem(document: TextDocument, checked: Checked, { index, link }: Omit<Place, 'document'>, inMargin: boolean): TestItem {
    const found = link === undefined ? undefined : checked.equations[index]?.links[link];
    const { tex, range } = checked.outline.items[index];
    const label = found ? `${found.lhs} ${found.relation} ${found.rhs}` : tex;
    const item = controller.createTestItem(`${index}.${link ?? ''}`, shorten(plain(label), 80), document.uri);
    item.description = `line ${(found?.range ?? range).start.line + 1}`;
    item.sortText = String(index * 1000 + (link ?? 0)).padStart(9, '0');
    if (inMargin) item.range = toRange(found?.range ?? range);
    places.set(item, { document: document.uri.toString(), index, link });
    return item;
  }

  async function run(request: TestRunRequest, token: CancellationToken) {
    const run = controller.createTestRun(request);
    const wanted = (request.include ?? all(controller.items)).flatMap((item) => (places.has(item) ? [item] : all(item.children))).filter((item) => !request.exclude?.includes(item));
    for (const item of wanted) run.started(item);
    for (const [uri, items] of byDocument(wanted)) {
      if (token.isCancellationRequested) break;
      const document = await workspace.openTextDocument(Uri.parse(uri));
      const checked = await checks.verify(document, [...new Set(items.map((item) => places.get(item)!.index))]);
      for (const item of items) report(document, item, checked?.equations[places.get(item)!.index]);
    }
    run.end();

    function report({ uri }: TextDocument, item: TestItem, equation: Equation | undefined) {
      const at = places.get(item)!.link;
      const links = at === undefined ? (equation?.links ?? []) : (equation?.links.slice(at, at + 1) ?? []);
      const wrong = links.filter(({ verdict }) => verdict === 'refuted');
      if (wrong.length > 0) run.failed(item, wrong.map((link) => failure(uri, link)));
      else if (links.some(({ verdict }) => verdict === 'verified')) run.passed(item);
      else run.skipped(item);
    }
  }

  function byDocument(items: readonly TestItem[]): Map<string, TestItem[]> {
    const groups = new Map<string, TestItem[]>();
    for (const item of items) {
      const { document } = places.get(item)!;
      groups.set(document, [...(groups.get(document) ?? []), item]);
    }
    return groups;
  }

  controller.createRunProfile('Verify', TestRunProfileKind.Run, run, true);
  return [controller, checks.onDidChange((document) => {
    waiting.add(document);
    refresh();
  })];
}

function all(items: TestController['items']): TestItem[] {
  return [...items].map(([, item]) => item);
}

/** Relations once they are known; definitions and assumptions claim nothing. */
function claimsOf({ outline, equations }: Checked): Omit<Place, 'document'>[] {
  return outline.items.flatMap(({ claims }, index) => {
    const links = equations[index]?.links;
    if (!links) return claims ? [{ index }] : [];
    return [...links.keys()].filter((link) => !['definition', 'assumption'].includes(links[link].verdict)).map((link) => ({ index, link }));
  });
}

function failure(uri: Uri, link: Link): TestMessage {
  const { counterexample } = link;
  const message = new TestMessage([sayLink(link), ...(counterexample ? [sayCounterexample(counterexample)] : [])].join('\n'));
  message.location = new Location(uri, toRange(link.range));
  if (counterexample) {
    message.expectedOutput = sayValue(counterexample.left);
    message.actualOutput = sayValue(counterexample.right);
  }
  return message;
}
