export * from './home.ts'
export * from './open.ts'
export * from './query.ts'
