/** Keeps track of what hangs together with what. The root of `one` becomes that of both. */
export function disjointSets(): {
  rootOf: (key: string) => string
  join: (one: string, other: string) => void
} {
  const parents = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    if (root !== key) parents.set(key, root)
    return root
  }
  const join = (one: string, other: string) => {
    const [root, joined] = [rootOf(one), rootOf(other)]
    if (root !== joined) parents.set(joined, root)
  }
  return { rootOf, join }
}
