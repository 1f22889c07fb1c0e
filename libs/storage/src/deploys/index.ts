export { DeployConflictError, postDeploy, type PostedDeploy } from './post-deploy.js';
export { readDeploys } from './read-deploys.js';
