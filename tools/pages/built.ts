// How the pages of a face are built, and into which files they are cut.
import type { BuildOptions } from 'vite'

/**
 * What every page needs comes in a few files, what at least `often` of those loaded later share in one more, and the rest with the
 * page that uses it: left alone a page of the console took 78 files, each a journey over a slow line. Libraries stand apart, since
 * they change less often than our own pages. Built for the oldest browsers that are supported.
 */
export const buildInFewFiles = (often: number): BuildOptions => ({
  outDir: 'dist',
  emptyOutDir: true,
  target: ['chrome90', 'safari15.4'],
  chunkSizeWarningLimit: 1200,
  rolldownOptions: {
    output: {
      codeSplitting: {
        groups: [
          { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 2 },
          { name: 'first', tags: ['$initial'], priority: 1 },
          { name: 'often', minShareCount: often },
        ],
      },
    },
  },
})
