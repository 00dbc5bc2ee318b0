/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** Pictures are compared at this many pixels of width: what is finer is how one machine or another draws letters. */
const LOOKED_AT = 64
/** By how much of 255 the colour of a pixel must differ to be another. */
const ANOTHER_COLOUR = 24

/** The whole page as a small JPEG; what it is worth depends on the scale of the page's context. */
export async function pictureOf(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.screenshot({ type: 'jpeg', quality: 40, fullPage: true, animations: 'disabled' })
}

/**
 * The share of pixels in which two pictures differ, 0 to 1; where one is longer than the other, all that it is longer by.
 * `canvas` is an empty page to draw them in.
 */
export function difference(canvas: Page, one: Buffer, other: Buffer): Promise<number> {
  return canvas.evaluate(
    async ({ sources, width, another }) => {
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image()
          image.src = `data:image/jpeg;base64,${source}`
          await image.decode()
          return image
        }),
      )
      const height = Math.max(
        ...images.map((image) => Math.round((image.naturalHeight / image.naturalWidth) * width)),
      )
      const [a, b] = images.map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d')
        if (!context) throw new Error('This browser has no canvas to draw in')
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, 0, 0, width, (image.naturalHeight / image.naturalWidth) * width)
        return context.getImageData(0, 0, width, height).data
      })
      let differing = 0
      for (let pixel = 0; pixel < width * height; pixel++) {
        const channels = [0, 1, 2, 3].map((channel) => pixel * 4 + channel)
        if (channels.some((at) => Math.abs((a?.[at] ?? 0) - (b?.[at] ?? 0)) > another)) differing++
      }
      return differing / (width * height)
    },
    {
      sources: [one, other].map((picture) => picture.toString('base64')),
      width: LOOKED_AT,
      another: ANOTHER_COLOUR,
    },
  )
}
