import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { newMemory } from '../api/data.ts'
import { pageData } from '../api/page.ts'
import { mount } from '../ui/mount.tsx'
import { ToastProvider } from '../ui/Toast.tsx'
import { LiveProvider } from './live.tsx'
import type { AppPage } from './page.ts'
import { newRouter } from './router.ts'
import './app.css'

const page = pageData<AppPage>()

// The page's base is written relative to the page that was opened. People go to others from there, and the base must not go with them.
for (const base of document.querySelectorAll('base')) base.href = document.baseURI

mount(
  <QueryClientProvider client={newMemory()}>
    <LiveProvider>
      <ToastProvider>
        <RouterProvider router={newRouter(page)} />
      </ToastProvider>
    </LiveProvider>
  </QueryClientProvider>,
  page.language,
)
