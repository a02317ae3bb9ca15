import type { RepositorySnapshot } from '../model/snapshot.ts';
import { fileName, folderOf } from './tree.ts';

const NOT_OWN = /(?:^|\/)(?:site-packages|node_modules|\.ipynb_checkpoints|__pycache__)\//;

/** The modules that a repository holds itself, anywhere in it: files and folders of Python, libraries made for it, and other repositories that are taken in. */
export function ownModulesOf({ tree }: RepositorySnapshot): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { path, kind } of tree.state === 'read' ? tree.value.entries : []) {
    if (kind === 'submodule' || kind === 'symlink') modules.add(fileName(path).replace(/\.py$/, ''));
    else if (/\.(?:py|pyx|so|pyd|ipynb)$/.test(path) && !NOT_OWN.test(path)) {
      modules.add(fileName(path).replace(/\..*$/, ''));
      if (!path.endsWith('.ipynb')) for (const folder of folderOf(path).split('/')) modules.add(folder);
    }
  }
  return modules;
}
