import type {MessagePort} from 'node:worker_threads'
import {loadProject, type Project, type ProjectOptions} from '../../../project/index.ts'
import {renderSubmitted, type SubmissionOutcome, type SubmissionTask} from '../web/submission.ts'

/** A posted source for a worker thread. */
export interface SubmissionJob {
  readonly task: SubmissionTask
  readonly project: ProjectOptions
  /** Another one means that the project may have changed. */
  readonly revision: number
  /** Called once all is loaded and the work on the source begins. */
  readonly started: MessagePort
}

let opened: {readonly revision: number; readonly project: Promise<Project>} | undefined

/** Render or check a posted source in a thread of its own. */
export default async function answerJob({
  task,
  project,
  revision,
  started,
}: SubmissionJob): Promise<SubmissionOutcome> {
  if (opened?.revision !== revision) opened = {revision, project: loadProject(project)}
  const base = await opened.project
  started.postMessage('started')
  started.close()
  return renderSubmitted(task, base)
}
