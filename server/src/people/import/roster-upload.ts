import { previewImport, rosterFilesPath } from '@wangdi/domain/people/import.api.ts'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/http/house.ts'
import { addUploadRoad } from '../../platform/uploads/upload-road.ts'
import type { Uploads } from '../../platform/uploads/uploads.ts'
import { expectRoster } from './reading/judged-roster.ts'

/** Opens the road on which the bytes of a roster come up, for those who may preview an import. */
export const addRosterUpload = (app: FastifyInstance, house: House, uploads: Uploads): void =>
  addUploadRoad(app, house, uploads, { path: rosterFilesPath, verbs: [previewImport.name], expect: expectRoster })
