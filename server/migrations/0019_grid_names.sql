-- Names that a grid no longer bears, each until the day on which the next one began; the present name stands with the grid.
create table grid_name (
  county text not null, grid uuid not null, community text not null,
  name text not null, valid_to date not null,
  primary key (county, grid, valid_to),
  foreign key (county, grid) references grid (county, id)
);
call protect_personal('grid_name', append_only => true);
