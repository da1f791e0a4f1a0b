// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/csv.h"
#include "core/result.h"
#include "estimate/reference.h"

/// The CSV tables of the catalog. Each reader takes a table and its file's name for messages, adds
/// every mistake to `errors` and returns a row for each of the table's.
namespace longju::storage {

std::vector<house::Material> read_materials(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors);
std::vector<house::WindowType> read_windows(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors);
std::vector<house::DoorType> read_doors(const CsvTable& table, const std::string& file,
                                        std::vector<Error>& errors);
/// Each assembly named must be in `library`, unless that has none at all.
std::vector<house::Junction> read_junctions(const CsvTable& table, const std::string& file,
                                            const house::Library& library,
                                            std::vector<Error>& errors);
std::vector<cost::Price> read_prices(const CsvTable& table, const std::string& file,
                                     std::vector<Error>& errors);
std::vector<energy::Fuel> read_fuels(const CsvTable& table, const std::string& file,
                                     std::vector<Error>& errors);
std::vector<house::Limit> read_limits(const CsvTable& table, const std::string& file,
                                      std::vector<Error>& errors);
std::vector<estimate::Township> read_townships(const CsvTable& table, const std::string& file,
                                               const std::vector<estimate::Division>& divisions,
                                               std::vector<Error>& errors);
std::vector<house::ModuleType> read_modules(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors);
/// The library's assemblies must be read.
std::vector<house::Structure> read_structures(const CsvTable& table, const std::string& file,
                                              const house::Library& library,
                                              std::vector<Error>& errors);
/// Ids are checked with the rest of the reference.
std::vector<estimate::TypicalHouse> read_typical(const CsvTable& table, const std::string& file,
                                                 std::vector<Error>& errors);
std::vector<house::Style> read_styles(const CsvTable& table, const std::string& file,
                                      std::vector<Error>& errors);
std::vector<climate::Station> read_stations(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors);
/// Each county's station must be one of `stations`, unless that table could not be read at all.
std::vector<estimate::Division> read_divisions(const CsvTable& table, const std::string& file,
                                               const std::vector<climate::Station>& stations,
                                               std::vector<Error>& errors);
/// Fills in the monthly normals; every station needs its twelve rows.
void read_normals(const CsvTable& table, const std::string& file,
                  std::vector<climate::Station>& stations, std::vector<Error>& errors);

}  // namespace longju::storage
