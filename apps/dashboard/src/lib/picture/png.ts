import { read } from '$app/server'
import { Resvg, initWasm } from '@resvg/resvg-wasm'
import engine from '@resvg/resvg-wasm/index_bg.wasm?url'
import regular from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url'
import semibold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url'

const bytesOf = async (asset: string) => new Uint8Array(await read(asset).arrayBuffer())

let fonts: Promise<Uint8Array[]> | undefined

/** The engine is started and the fonts are read when the first picture is asked for. */
async function start(): Promise<Uint8Array[]> {
  await initWasm(await bytesOf(engine))
  return Promise.all([regular, semibold].map(bytesOf))
}

/** The picture of an SVG document at twice its size, with our fonts. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= start()
  const font = { fontBuffers: await fonts, defaultFontFamily: 'Source Sans 3' }
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } })
  const picture = drawing.render()
  const png = new Uint8Array(picture.asPng())
  picture.free()
  drawing.free()
  return png
}
