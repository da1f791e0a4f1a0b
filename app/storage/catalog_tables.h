// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"

/// The CSV tables of the catalog. Each reader takes a file's text and its name for messages, adds
/// every mistake to `errors` and returns the rows that could be read.
namespace longju::storage {

std::vector<house::Material> read_materials(std::string_view csv, const std::string& file,
                                            std::vector<Error>& errors);
std::vector<house::WindowType> read_windows(std::string_view csv, const std::string& file,
                                            std::vector<Error>& errors);
std::vector<house::DoorType> read_doors(std::string_view csv, const std::string& file,
                                        std::vector<Error>& errors);
std::vector<cost::Price> read_prices(std::string_view csv, const std::string& file,
                                     std::vector<Error>& errors);
std::vector<energy::Fuel> read_fuels(std::string_view csv, const std::string& file,
                                     std::vector<Error>& errors);
std::vector<house::Limit> read_limits(std::string_view csv, const std::string& file,
                                      std::vector<Error>& errors);
std::vector<climate::Station> read_stations(std::string_view csv, const std::string& file,
                                            std::vector<Error>& errors);
/// Each county's station must be one of `stations`.
std::vector<estimate::Division> read_divisions(std::string_view csv, const std::string& file,
                                               const std::vector<climate::Station>& stations,
                                               std::vector<Error>& errors);
/// Fills in the monthly normals; every station needs its twelve rows.
void read_normals(std::string_view csv, const std::string& file,
                  std::vector<climate::Station>& stations, std::vector<Error>& errors);

}  // namespace longju::storage
