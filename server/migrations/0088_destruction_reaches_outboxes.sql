-- A phone keeps for some days what it sent: it is told of every destroyed row that it may have sent, also of those it holds no copy of.
update destruction_kind set told = true where target in ('notice_delivery', 'home_assessment');
