// Runs in a thread of its own: draws each SVG document that it is sent, and answers with the PNG at twice its size.
import { parentPort, workerData } from 'node:worker_threads'

const { renderer, engine, fonts } = workerData
const { Resvg, initWasm } = await import(renderer)
await initWasm(engine)

parentPort?.on('message', ({ svg, answer }) => {
  const font = { fontBuffers: fonts, defaultFontFamily: 'Source Sans 3' }
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } })
  const picture = drawing.render()
  const png = picture.asPng()
  answer.postMessage(png, [png.buffer])
  picture.free()
  drawing.free()
})
