// Begins a thread of heavy work behind everybody who waits for an answer, from its first module on: loading them takes longer
// than many a task. On Linux a priority is a thread's own (setpriority(2)); elsewhere it would be that of the whole server.
import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'

if (process.platform === 'linux') setPriority(3)
await import(String(workerData))
