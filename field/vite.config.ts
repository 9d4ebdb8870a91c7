import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { buildInFewFiles } from '../tools/pages/built.ts'

const server = process.env.WANGDI_SERVER ?? 'http://127.0.0.1:4000'

/** Builds the phone app into field/dist, served below /field/; everything it needs is kept by the service worker. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/field/',
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['net.svg', 'net-192.png', 'net-512.png'],
      manifest: {
        name: '网底 · 网格通',
        short_name: '网格通',
        description: '入户走访、测温、来人登记，没网也能记',
        lang: 'zh-CN',
        start_url: '/field/',
        scope: '/field/',
        display: 'standalone',
        background_color: '#f5f7f7',
        theme_color: '#f5f7f7',
        icons: [
          { src: 'net-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'net-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      // The page that installs it is served by it at once, so that it can lose the network in the same minute.
      workbox: { clientsClaim: true, navigateFallback: '/field/index.html', globPatterns: ['**/*.{js,css,html,svg,png}'] },
    }),
  ],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: buildInFewFiles(8),
  server: { port: 5174, proxy: { '/api': server } },
})
