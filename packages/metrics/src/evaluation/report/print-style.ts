import { fileURLToPath } from 'node:url'

/** Whole fonts, not only the Latin part of them: names are Sami, Polish and Greek too. */
export const TYPEFACE = {
  text: fileURLToPath(
    import.meta.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  ),
  heading: fileURLToPath(
    import.meta.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  ),
} as const

export const INK = { text: '#1a1a1a', soft: '#595959', rule: '#b8b8b8' } as const
