import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import { hkdfSync } from 'node:crypto'
import type { z } from 'zod'

/** What a sealed note is for; one that was made for another purpose does not open. */
type Purpose = 'session' | 'sign-in'

/** Notes that a browser keeps for us: it can neither read nor change them, and they hold for a time. */
export interface Seal {
  readonly close: (purpose: Purpose, content: Record<string, unknown>, seconds: number) => Promise<string>
  /** What the note says; `expired` where its time is out, undefined where it is not ours. */
  readonly open: <Content extends z.ZodType>(
    purpose: Purpose,
    note: string,
    schema: Content,
  ) => Promise<z.infer<Content> | 'expired' | undefined>
}

const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const

/** Seals by encryption with authentication (A256GCM), as JSON Web Encryption (RFC 7516) of a JWT (RFC 7519). */
export function sealWith(secret: string, issuer: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'utfall sealed notes', 32))
  return {
    close: (purpose, content, seconds) =>
      new EncryptJWT(content)
        .setProtectedHeader(ENCRYPTION)
        .setIssuer(issuer)
        .setAudience(purpose)
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .encrypt(key),
    open: async (purpose, note, schema) => {
      try {
        const { payload } = await jwtDecrypt(note, key, {
          issuer,
          audience: purpose,
          requiredClaims: ['exp'],
          keyManagementAlgorithms: [ENCRYPTION.alg],
          contentEncryptionAlgorithms: [ENCRYPTION.enc],
        })
        return schema.safeParse(payload).data
      } catch (fault) {
        if (fault instanceof errors.JWTExpired) return 'expired'
        if (fault instanceof errors.JOSEError) return undefined
        throw fault
      }
    },
  }
}
