import type { Command } from '../command.ts'
import { agreements } from './agreements.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import { erase } from './erase.ts'
import { explain } from './explain.ts'
import { exportPackage } from './export.ts'
import { fetchAnswers } from './fetch.ts'
import { indicators } from './indicators.ts'
import { ingest } from './ingest.ts'
import { key } from './key.ts'
import { publications } from './publications.ts'
import { publish } from './publish.ts'
import { receipts } from './receipts.ts'
import { rules } from './rules.ts'
import { run } from './run.ts'
import { serve } from './serve.ts'
import { status } from './status.ts'

/** Every command, in the order that an analyst meets them. */
export const COMMANDS: readonly Command[] = [
  fetchAnswers,
  check,
  ingest,
  publish,
  run,
  explain,
  audit,
  exportPackage,
  serve,
  erase,
  key,
  status,
  agreements,
  receipts,
  rules,
  indicators,
  publications,
]
