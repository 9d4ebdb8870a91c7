import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildInFewFiles } from '../tools/pages/built.ts'

/** Builds the console into console/dist, which the server serves; in development it runs beside the server and passes /api on. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // One React for our pages and for every library, also where the package manager left an older one beside it.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: buildInFewFiles(30),
  worker: { format: 'es' },
  server: { port: 5173, proxy: { '/api': process.env.WANGDI_SERVER ?? 'http://127.0.0.1:4000' } },
})
