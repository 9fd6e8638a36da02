import { pageData } from '../api/page.ts'
import { mount } from '../ui/mount.tsx'
import { takeSeat } from './api.ts'
import type { Scene } from './scene.ts'
import { Try } from './Try.tsx'
import './try.css'

const scene = pageData<Scene>()

/** The window looks there for a token that it had before it was loaded anew. It is of our own origin, so it finds this one. */
const sit = async () => sessionStorage.setItem(`postchat:token:${scene.source}`, await takeSeat())

// Without a seat one signs in at the window, as ever.
void (scene.seat ? sit().catch(() => {}) : Promise.resolve()).then(() => mount(<Try scene={scene} />))
