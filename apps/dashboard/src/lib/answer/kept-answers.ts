import type { Answer } from './answer.ts'

/** Answers in memory, each made once however many ask for it. */
export interface KeptAnswers {
  readonly take: (key: string, make: () => Promise<Answer>) => Promise<Answer>
  /** Forgets all, for what the answers are made of has changed. */
  readonly forget: () => void
}

/**
 * Keeps answers in at most `room` bytes. Those longest unasked for make way. Only answers with status 200
 * are kept, and none that takes more than an eighth of the room.
 */
export function keepAnswers(room: number): KeptAnswers {
  // a Map yields its keys in the order of insertion: the first is the one longest unasked for
  const kept = new Map<string, Answer>()
  const underWay = new Map<string, Promise<Answer>>()
  let taken = 0

  function drop(key: string): void {
    taken -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  function keep(key: string, answer: Answer): void {
    if (answer.status !== 200 || answer.bytes > room / 8) return
    drop(key)
    kept.set(key, answer)
    taken += answer.bytes
    for (const oldest of kept.keys()) {
      if (taken <= room) return
      drop(oldest)
    }
  }

  async function makeAndKeep(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const making = make()
    underWay.set(key, making)
    try {
      const answer = await making
      if (underWay.get(key) === making) keep(key, answer)
      return answer
    } finally {
      if (underWay.get(key) === making) underWay.delete(key)
    }
  }

  return {
    async take(key, make) {
      const answer = kept.get(key)
      if (!answer) return underWay.get(key) ?? makeAndKeep(key, make)
      kept.delete(key)
      kept.set(key, answer)
      return answer
    },
    forget() {
      kept.clear()
      underWay.clear()
      taken = 0
    },
  }
}
