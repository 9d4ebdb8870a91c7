import { kindFilesPath } from '@wangdi/domain/kinds/intake/import.api.ts'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/http/house.ts'
import { addUploadRoad } from '../../platform/uploads/upload-road.ts'
import type { Uploads } from '../../platform/uploads/uploads.ts'

const opening = new Set<string>()

/** Tells the road of sheets of a verb that reads one; it is told of each as the verbs of a kind are made. */
export const joinSheetUpload = (verb: string): void => void opening.add(verb)

/** Opens the road on which the bytes of a sheet come up, for those who may bring sheets into some register. */
export const addSheetUpload = (app: FastifyInstance, house: House, uploads: Uploads): void =>
  addUploadRoad(app, house, uploads, { path: kindFilesPath, verbs: [...opening] })
