import { pageData } from '../api/page.ts'
import { mount } from '../ui/mount.tsx'
import type { Scene } from './scene.ts'
import { Try } from './Try.tsx'
import './try.css'

const scene = pageData<Scene>()
// The window looks there for a token that it had before it was loaded anew. It is of our own origin, so it finds this one.
if (scene.token !== undefined) sessionStorage.setItem(`postchat:token:${scene.source}`, scene.token)

void mount(<Try scene={scene} />)
