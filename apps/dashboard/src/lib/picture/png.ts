import { read } from '$app/server'
import { MessageChannel, Worker } from 'node:worker_threads'
import engine from '@resvg/resvg-wasm/index_bg.wasm?url'
import regular from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url'
import semibold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url'

const bytesOf = async (asset: string) => new Uint8Array(await read(asset).arrayBuffer())
/** The build keeps no file for a thread to start from: its program goes with it, as text. */
const moduleOf = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`

let thread: Promise<Worker> | undefined

/** Drawing takes as long as hundreds of pages. It is done beside them, by a thread that the first picture starts. */
async function startThread(): Promise<Worker> {
  const [program, renderer] = await Promise.all([
    import('./drawing-thread.js?raw'),
    import('@resvg/resvg-wasm?raw'),
  ])
  const [wasm, ...fonts] = await Promise.all([engine, regular, semibold].map(bytesOf))
  const workerData = { renderer: moduleOf(renderer.default), engine: wasm, fonts }
  const worker = new Worker(new URL(moduleOf(program.default)), { workerData })
  worker.unref()
  worker.once('error', (error) => {
    console.error(error)
    thread = undefined
  })
  return worker
}

/** The picture of an SVG document at twice its size, with our fonts. Fails where it cannot be drawn. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= startThread()
  const worker = await thread
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve, reject) => {
    port1.once('message', (png: Uint8Array) => {
      resolve(new Uint8Array(png))
      port1.close()
    })
    port1.once('close', () => reject(new Error('The thread that draws pictures has ended')))
    worker.postMessage({ svg, answer: port2 }, [port2])
  })
}
