// Paths as a tree in rows: directories that the config does not make itself are there for the order alone. Knows no page.

export interface TreeRow<Item> {
  /** The last piece of the path; several pieces where nothing branches between them. */
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly item?: Item;
}

interface Branch<Item> {
  readonly children: Map<string, Branch<Item>>;
  item?: Item;
}

/** Rows from the root down, each directory before what is in it. `items` by path. */
export function treeRows<Item extends { readonly path: string }>(items: readonly Item[]): readonly TreeRow<Item>[] {
  const root: Branch<Item> = { children: new Map() };
  for (const item of items) {
    let at = root;
    for (const piece of item.path.split('/').filter((each) => each !== '')) {
      const next = at.children.get(piece) ?? { children: new Map() };
      at.children.set(piece, next);
      at = next;
    }
    at.item = item;
  }
  const rows: TreeRow<Item>[] = [];
  addRows(root, '', 0, rows);
  return rows;
}

function addRows<Item>(branch: Branch<Item>, path: string, depth: number, rows: TreeRow<Item>[]): void {
  for (const [piece, child] of [...branch.children].sort(byName)) {
    let name = piece;
    let at = child;
    // A chain of directories in which nothing else lies is one row.
    while (at.item === undefined && at.children.size === 1) {
      const [[inner, next] = ['', at] as const] = [...at.children];
      if (next.children.size === 0) break;
      name = `${name}/${inner}`;
      at = next;
    }
    const full = `${path}/${name}`;
    const label = at.children.size > 0 ? `${name}/` : name;
    rows.push({
      name: depth === 0 ? `/${label}` : label,
      path: full,
      depth,
      ...(at.item === undefined ? {} : { item: at.item }),
    });
    addRows(at, full, depth + 1, rows);
  }
}

function byName<T>([one]: readonly [string, T], [other]: readonly [string, T]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
