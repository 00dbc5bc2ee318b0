// The ceiling of ingest: the file into a table of text in a fresh DuckDB file, and nothing else.
import { DuckDBInstance } from '@duckdb/node-api'

const [csv = '', database = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database, { memory_limit: '3GB' })
const connection = await instance.connect()
await connection.run(`create table attendance as from read_csv('${csv}', all_varchar = true)`)
connection.closeSync()
instance.closeSync()
