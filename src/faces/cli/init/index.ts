export {type ProjectAnswers, type StarterAudience, starterAudiences} from './answers.ts'
export {projectFiles} from './project-files.ts'
export {conflicts, writeProject} from './write-project.ts'
