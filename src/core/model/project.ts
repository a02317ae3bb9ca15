/** Where the project lives on GitHub, and its mistakes are reported. */
export const projectRepository = 'reprise-checks/reprise';
