// The name of the file that makes a directory a project.

export const projectFile = 'kindling.yaml';
