/**
 * The door plate, the mark of the product: the same shape wherever a door is named. The lines come from `doorPlate`: the estate
 * where a community has several, the building (3号楼2单元), the room (501); long ones wrap instead of being cut.
 */
export function DoorPlate({ estate, building, room }: { estate?: string; building: string; room: string }) {
  return (
    <span className="w-plate">
      {estate && <small>{estate}</small>} {building && <small>{building}</small>} <b>{room}</b>
    </span>
  )
}
