/**
 * Lets every chart of the page be read point by point, by mouse, touch and arrow keys. The server has drawn the
 * charts and written in `data-says` what each point says; all that is done here is to find the point and say it.
 */
for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) makeReadable(figure)

function makeReadable(figure: HTMLElement): void {
  const label = figure.querySelector<HTMLElement>('[role=status]')
  if (!label) return
  figure.tabIndex = 0
  figure.role = 'application'
  figure.ariaLabel = figure.dataset.chart ?? ''

  /** The same chart is drawn at several widths; one of them is shown. */
  const points = () =>
    [...figure.querySelectorAll<SVGElement>('[data-says]')].filter((each) => each.getClientRects().length > 0)
  const current = () => points().findIndex((each) => each.hasAttribute('data-read'))

  const read = (point: Element | undefined): void => {
    for (const each of figure.querySelectorAll('[data-read]')) each.removeAttribute('data-read')
    point?.setAttribute('data-read', '')
    const says = point?.getAttribute('data-says') ?? ''
    if (label.textContent !== says) label.textContent = says
    if (point) place(label, point.getBoundingClientRect(), figure.getBoundingClientRect())
  }

  figure.addEventListener('pointermove', (event) => read(pointAt(event)))
  figure.addEventListener('pointerdown', (event) => read(pointAt(event)))
  figure.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && read(undefined))

  figure.addEventListener('focus', () => figure.matches(':focus-visible') && read(points()[0]))
  figure.addEventListener('blur', () => read(undefined))
  figure.addEventListener('keydown', (event) => {
    const all = points()
    const next = stepOf(event.key, current(), all.length)
    if (next === undefined) return
    event.preventDefault()
    read(all[next])
  })
}

const pointAt = ({ target }: PointerEvent): Element | undefined =>
  target instanceof Element ? (target.closest('[data-says]') ?? undefined) : undefined

/** Which point a key leads to; -1 is none of them, undefined is a key that is not for reading. */
function stepOf(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(from + 1, count - 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(from - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return -1
    default:
      return undefined
  }
}

/** The label stands over its point, inside the figure, and covers neither the point nor the next words. */
function place(label: HTMLElement, point: DOMRect, figure: DOMRect): void {
  const middle = point.left - figure.left + point.width / 2
  const left = Math.min(Math.max(0, middle - label.offsetWidth / 2), figure.width - label.offsetWidth)
  label.style.translate = `${Math.max(0, left)}px ${point.top - figure.top - label.offsetHeight - 6}px`
}
