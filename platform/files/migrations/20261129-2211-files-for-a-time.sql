-- Every policy asks for the district by itself, so that whoever reads one of them need not know the others.
alter policy removable_alone on files.file
  using (district = any (string_to_array(current_setting('anxin.districts', true), ',')) and removable);
