import './polyfill.ts'
import '@wangdi/ui/tokens/tokens.css'
import '@wangdi/ui/tokens/parts.css'
// In this order: what stands later may refine what stands before.
import './shell/looks/shell.css'
import './shell/looks/cards.css'
import './shell/looks/keys.css'
import './places/doors.css'
import './rounds/visit.css'
import './observation/reading.css'
import './kinds/kinds.css'
import './shell/looks/lines.css'
import './gate/gate.css'
import { addWords, findLanguage, startWords } from '@wangdi/ui/words/words.ts'
import { words as uiWords } from '@wangdi/ui/words/ui.words.ts'
import { unstableSetRender } from 'antd-mobile'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { App } from './shell/App.tsx'
import { watchUpdates } from './device/update.ts'
import { fieldWords } from './words.ts'

startWords(findLanguage())
addWords('ui', uiWords)
for (const [subject, words] of Object.entries(fieldWords)) addWords(subject, words)

// React 19 has no ReactDOM.render, on which Toast and Dialog stand; the library asks to be told of createRoot.
const roots = new WeakMap<Element | DocumentFragment, Root>()
unstableSetRender((node, container) => {
  const root = roots.get(container) ?? createRoot(container)
  roots.set(container, root)
  root.render(node)
  return async () => {
    await Promise.resolve()
    root.unmount()
    roots.delete(container)
  }
})

if ('serviceWorker' in navigator && import.meta.env.PROD)
  window.addEventListener('load', () => void watchUpdates().catch(() => {}))

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
