import { type DragEvent, useState } from 'react'
import { useBoard } from './board.ts'
import { useMoving } from './changes.ts'
import { placed } from './order.ts'

// A code is dragged as this, so that nothing else that is dragged over the page is taken for one.
const kind = 'application/x-postchat-code'

/** For the handle by which a code is dragged. What is seen to move is the whole row. */
export const dragging = (id: string) => ({
  draggable: true,
  onDragStart: (event: DragEvent<HTMLElement>) => {
    event.dataTransfer.setData(kind, id)
    event.dataTransfer.effectAllowed = 'move'
    const row = event.currentTarget.closest('li')
    if (row) event.dataTransfer.setDragImage(row, 8, 8)
  },
})

/** For whatever a code can be dropped on: it takes that place among the codes of the goal. */
export function useDropping(goal: string, index: number) {
  const { campaign, groups, may } = useBoard()
  const { move } = useMoving()
  const [over, setOver] = useState(false)
  if (!may) return {}
  const mine = (event: DragEvent) => event.dataTransfer.types.includes(kind)
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!mine(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!mine(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      const code = campaign.successCodes.find(({ id }) => id === event.dataTransfer.getData(kind))
      if (!code) return
      const group = groups.find((group) => group.goal === goal)?.codes ?? []
      const from = group.findIndex(({ id }) => id === code.id)
      const to = from < 0 ? index : Math.min(index, group.length - 1)
      if (from !== to) void move(code, placed(groups, code.id, goal, to))
    },
  }
}
