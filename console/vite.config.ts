import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fewFiles } from '../tools/pages/chunks.ts'

/** Builds the console into console/dist, which the server serves; in development it runs beside the server and passes /api on. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // One React for our pages and for every library, also where the package manager left an older one beside it.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome90', 'safari15.4'],
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: fewFiles(30) } },
  },
  worker: { format: 'es' },
  server: { port: 5173, proxy: { '/api': process.env.WANGDI_SERVER ?? 'http://127.0.0.1:4000' } },
})
