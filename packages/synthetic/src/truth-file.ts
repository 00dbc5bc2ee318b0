import type { Sample } from './generate.ts'
import { expectedDeliveries } from './row-sums.ts'
import { AS_OF } from './sollentuna/opening.ts'
import type { Cell } from './truth/cell.ts'
import { truthOf } from './truth/truth.ts'

export interface TruthFile {
  readonly agreement: string
  /** The day that the figures speak of. */
  readonly as_of: string
  readonly seed: string
  readonly deliveries: ReturnType<typeof expectedDeliveries>
  readonly cells: readonly Cell[]
}

/** What must come out when the sample's deliveries are loaded in their order and published. */
export function truthFile({ facts, deliveries }: Sample, seed: string): TruthFile {
  return {
    agreement: facts.agreement.id,
    as_of: AS_OF,
    seed,
    deliveries: expectedDeliveries(deliveries),
    cells: truthOf(facts, AS_OF),
  }
}

/** The file as JSON with a line for each delivery and each figure, so that a change can be read in a diff. */
export function truthJson({ deliveries, cells, ...head }: TruthFile): string {
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  return `${opening},\n  "deliveries": [\n${lines(deliveries)}\n  ],\n  "cells": [\n${lines(cells)}\n  ]\n}\n`
}

const lines = (rows: readonly unknown[]): string =>
  rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
