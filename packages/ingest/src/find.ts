import { globSync, lstatSync } from 'node:fs'
import { isAbsolute, matchesGlob, relative, resolve, sep } from 'node:path'
import type { Agreement, AgreementSource } from '@utfall/contracts'
import { inOrder } from './scope.ts'

/** An agreement and the absolute folder of its deliveries. */
export interface AgreementFolder {
  readonly agreement: Agreement
  readonly deliveries: string
}

/** One file and where it may belong. */
export interface Found {
  /** Absolute path. */
  readonly file: string
  /** As receipts call it: relative to the deliveries folder, or the name alone where it lies elsewhere. */
  readonly name: string
  /** The deliveries folder that it lies in by its path, and so must lie in by its links; null where it lies elsewhere. */
  readonly within: string | null
  /** Whether it was found by a source's glob, and not named by the analyst. */
  readonly byGlob: boolean
  /** The sources whose glob it matches; none: to be told by its headers. */
  readonly candidates: readonly Belonging[]
}

export interface Belonging {
  readonly agreement: Agreement
  readonly source: AgreementSource
}

/** What Excel keeps beside a workbook that someone has open. */
const LOCK_FILES = '**/~$*'

/** Every file that a source's glob matches, source by source, in the order that they are ingested in. */
export function filesOfSources(folders: readonly AgreementFolder[]): Found[] {
  return folders.flatMap(({ agreement, deliveries }) =>
    agreement.sources.flatMap((source) =>
      inOrder(
        globSync(globsOf(source), { cwd: deliveries, exclude: [LOCK_FILES] }).map((path) =>
          path.split(sep).join('/'),
        ),
        (path) => writtenOn(resolve(deliveries, path)),
      ).map((path) => ({
        file: resolve(deliveries, path),
        name: path,
        within: deliveries,
        byGlob: true,
        candidates: [{ agreement, source }],
      })),
    ),
  )
}

/** The day that a file was last written, `2025-03-01`; empty where there is none. */
function writtenOn(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.mtime.toISOString().slice(0, 10) ?? ''
}

/** The files that the analyst named, in that order. */
export function namedFiles(files: readonly string[], folders: readonly AgreementFolder[]): Found[] {
  return files.map((given) => {
    const file = resolve(given)
    const home = folders.find(({ deliveries }) => isInside(deliveries, file))
    const name = home
      ? relative(home.deliveries, file).split(sep).join('/')
      : (file.split(sep).at(-1) ?? file)
    const path = file.split(sep).join('/')
    const inside = home
      ? belongings([home]).filter(({ source }) => globsOf(source).some((glob) => matchesGlob(name, glob)))
      : []
    const elsewhere = belongings(home ? [home] : folders).filter(({ source }) =>
      globsOf(source).some((glob) => matchesGlob(path, `**/${glob}`)),
    )
    const within = home?.deliveries ?? null
    return { file, name, within, byGlob: false, candidates: inside.length > 0 ? inside : elsewhere }
  })
}

/** Every source of every agreement. */
export function belongings(folders: readonly AgreementFolder[]): Belonging[] {
  return folders.flatMap(({ agreement }) => agreement.sources.map((source) => ({ agreement, source })))
}

function globsOf({ files }: AgreementSource): string[] {
  return typeof files === 'string' ? [files] : files
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file)
  return path !== '' && !path.startsWith('..') && !isAbsolute(path)
}
