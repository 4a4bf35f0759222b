/** Elements with attributes, listeners and children in one call. Text goes in as text, never as markup. */

type Child = Node | string | false | undefined;
type Listeners = { [K in `on${string}`]?: (event: Event) => void };
type Attributes = Record<string, unknown> & Listeners;

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) set(node, key, value);
  node.append(...children.filter((child) => child !== false && child !== undefined));
  return node;
}

function set(node: HTMLElement, key: string, value: unknown) {
  if (typeof value === 'function') node.addEventListener(key.slice(2), value as EventListener);
  else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
}

export function button(label: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return element('button', { type: 'button', ...attributes, onclick: (event: Event) => {
    event.stopPropagation();
    onclick();
  } }, label);
}

/** What stays is not moved: an element that is taken out and put back loses the focus. The order of those that stay must not change. */
export function setChildren(parent: HTMLElement, wanted: HTMLElement[]) {
  for (const child of [...parent.children]) if (!wanted.includes(child as HTMLElement)) child.remove();
  for (const [at, child] of wanted.entries()) if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
}

export function table(caption: string, head: string[], rows: Child[][]): HTMLTableElement {
  const cells = (name: 'th' | 'td', row: Child[]) => element('tr', {}, ...row.map((cell) => element(name, name === 'th' ? { scope: 'col' } : {}, cell)));
  return element('table', {}, element('caption', {}, caption), element('thead', {}, cells('th', head)), element('tbody', {}, ...rows.map((row) => cells('td', row))));
}
