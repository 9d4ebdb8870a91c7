/**
 * The door plate, the mark of the product: the same shape wherever a door is named. `building` is the upper line
 * (3号楼2单元), `room` the lower (501); long ones wrap instead of being cut.
 */
export function DoorPlate({ building, room }: { building: string; room: string }) {
  return (
    <span className="w-plate">
      <small>{building}</small> <b>{room}</b>
    </span>
  )
}
